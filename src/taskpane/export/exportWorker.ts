import { exportAnswering, type ExportRequest } from "./exportMessages";

/** Makes papers and files in a thread of its own. */
const take = exportAnswering((message) => self.postMessage(message));

self.onmessage = ({ data: request }: MessageEvent<ExportRequest>) => void take(request);
