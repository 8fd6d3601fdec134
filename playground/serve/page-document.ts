/** The HTML document that carries the page. */

/** A green sheet with white lines, drawn here so that no file has to be fetched. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23188038' d='M3 0h7l4 4v12H3z'/%3E%3Cpath fill='%23fff' d='M5 7h7v6H5z'/%3E%3Cpath stroke='%23188038' d='M5 10h7M8.500 7v6'/%3E%3C/svg%3E";

/** The document; everything visible is drawn by `/page.js`. */
export function pageDocument(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Listing Sync playground</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"></div>
<noscript>The playground needs JavaScript.</noscript>
<script src="/page.js"></script>
</body>
</html>
`;
}
