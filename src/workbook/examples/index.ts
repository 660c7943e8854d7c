/** The showcase that a newcomer opens: Norrköping's fund as it was in 2010–2013. */
export { insertExample } from "./insertExample";
