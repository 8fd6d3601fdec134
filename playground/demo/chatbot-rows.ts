/** The demo tab of chatbot rows: what an estate agency's chatbot answers from, with two mistakes in the IDs. */
import { parseTableText } from './table-text.ts';

/** As typed into the sheet. One ID is no number, one occurs twice, and two are unknown to the platform. */
export const CHATBOT_ROWS = parseTableText(`
ID | Topic | Question | Answer | Price | Link | Updated
101 | Office | When is the office open? | Monday to Friday 9 to 18, Saturday 10 to 14. | | https://www.example.com/contact | 2026-10-02
102 | Office | Where can I park? | Behind the building; two spaces are kept free for visitors. | | https://www.example.com/contact#parking | 2026-10-02
103 | Buying | What does a buyer's consultation cost? | The first hour is free. | 0 | https://www.example.com/buying | 2026-09-18
104 | Buying | How high is the deposit on an offer? | Usually 1% to 3% of the price, held in escrow. | | https://www.example.com/buying#earnest-money | 2026-09-18
105 | Selling | What does a valuation cost? | A written valuation is $150 and is refunded when you list with us. | $150 | https://www.example.com/selling/valuation | 2026-11-03
106 | Selling | How long does a sale take? | Most of our homes go under contract within 34 days. | | https://www.example.com/selling | 2026-11-03
107 | Renting | What do I need for an application? | Photo ID, two pay slips and $45 for the background check. | $45.00 | https://www.example.com/renting/apply | 2026-08-27
108 | Renting | Are pets allowed? | It depends on the home; look for "pets welcome". | | https://www.example.com/renting#pets | 2026-08-27
104 | Buying | Who holds the deposit? | A licensed escrow company. | | https://www.example.com/buying#escrow | 2026-11-10
10b | Renting | How much is the deposit? | One month's rent, held in a separate account. | | https://www.example.com/renting#deposit | 2026-11-10
110 | Viewings | Can I see a home on a Sunday? | Yes, by appointment. | | https://www.example.com/viewings | 2026-07-15
111 | Viewings | Are there virtual tours? | Every listing marked 3D has one. | | https://www.example.com/viewings#3d | 2026-07-15
912 | Moving | Do you recommend movers? | We keep a list of five local companies. | | https://www.example.com/moving | 2026-11-17
913 | Moving | Who reads the meters? | You do; we bring the form to the handover. | | https://www.example.com/moving#meters | 2026-11-17
`);

/** IDs that the platform does not have. */
export const UNKNOWN_ROW_IDS: readonly string[] = ['912', '913'];
