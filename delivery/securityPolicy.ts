/** Where Microsoft's library is loaded from, as in every Office add-in. */
const MICROSOFT = "https://appsforoffice.microsoft.com";

/**
 * What the add-in's pages may do, as a Content-Security-Policy. Styles may be inline, as Fluent UI makes them in the
 * page; nothing else may. Frames: Microsoft's library asks there whether an unknown Excel on the web is to be trusted.
 */
const page: Record<string, string[]> = {
  "default-src": ["'none'"],
  "script-src": ["'self'", MICROSOFT],
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "frame-src": [MICROSOFT],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** The sites that show Excel on the web, and so the pane in a frame. Excel on a computer shows it without one. */
const ancestors = ["'self'", "https://*.officeapps.live.com", "https://*.office.com", "https://*.cloud.microsoft", "https://*.sharepoint.com", "https://*.microsoft.com"];

const text = (policy: Record<string, string[]>): string => Object.entries(policy).map(([directive, sources]) => [directive, ...sources].join(" ")).join("; ");

/** What the page says of itself in a meta element, wherever it is served from. */
export const pagePolicy = text(page);

/** What the server says: the same, and who may show the page in a frame, which a meta element can't say. */
export const serverPolicy = text({ ...page, "frame-ancestors": ancestors });

/** The headers of every answer. Excel on the web fetches the functions' metadata from its own address, hence the origin. */
export const serverHeaders: Record<string, string> = {
  "Content-Security-Policy": serverPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Access-Control-Allow-Origin": "*",
};

/** How long files are kept: those with a code of their content in the name for ever, pictures a day, others are asked for. */
export const caching = {
  hashed: "public, max-age=31536000, immutable",
  pictures: "public, max-age=86400",
  others: "no-cache",
};
