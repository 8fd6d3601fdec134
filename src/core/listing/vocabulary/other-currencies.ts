/** The currencies that few listing sheets are in: codes, and signs where they are nobody else's. */

/**
 * Every code of ISO 4217 in use that `CURRENCIES` does not describe, followed by its sign where it has one of its own. A test
 * compares them with the runtime's copy of the Common Locale Data Repository, which the add-on cannot count on in Google's.
 *
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html "List one: currency, fund
 * and precious metal codes" (read 2026-11-29).
 */
export const OTHER_CURRENCIES: readonly string[] = (
  'AFN ؋,ALL,AMD ֏,AOA Kz,AWG,AZN ₼,BAM,BBD,BDT ৳,BHD,BIF,BMD,BND,BOB,BSD,BTN,BWP,BYN,BZD,CDF,CUP,CVE,DJF,DZD,ERN,ETB,FJD,FKP,' +
  'GEL ₾,GHS GH₵,GIP,GMD,GNF,GTQ,GYD,HNL,HTG,IQD,IRR,JMD,JOD,KGS,KHR ៛,KMF,KPW,KWD,KYD,KZT ₸,LAK ₭,LBP,LKR,LRD,LSL,LYD,MAD,' +
  'MDL,MGA,MKD,MMK,MNT ₮,MOP,MRU,MUR,MVR,MWK,MZN,NAD,NIO,NPR,OMR,PAB,PGK,PKR,PYG ₲,RSD,RWF,SBD,SCR,SDG,SHP,SLE,SOS,SRD,SSP,' +
  'STN,SVC,SYP,SZL,TJS,TMT,TND,TOP,TTD,TZS,UGX,UZS,VES,VUV,WST,XAF FCFA,XCD,XCG,XOF F CFA,XPF,YER,ZMW,ZWG'
).split(',');
