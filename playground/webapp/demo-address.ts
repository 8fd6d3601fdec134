/** Where the playground's web app is, as Google's dialog shows it after deploying. */

/** What stands in the address behind `/s/`. */
export const DEMO_DEPLOYMENT_ID = 'AKfycbx-playground';

/** The address. */
export const DEMO_WEB_APP_URL = `https://script.google.com/macros/s/${DEMO_DEPLOYMENT_ID}/exec`;
