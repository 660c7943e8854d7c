/**
 * Excel without Excel: an in-memory workbook that answers Microsoft's own client. This door is for Node;
 * a page takes ./browser, which is the same without `loadClient`.
 */
export * from "./browser";
export { loadClient, type Client } from "./client";
