/** What the route of a topic's files answers. */
export type Sent = { ok: boolean; number?: number; isNew?: boolean; message?: string; fields?: Record<string, string> };

const unreachable: Sent = { ok: false, message: "没能连上服务器，文件还没有传。有网后再传一次" };

/** One file on its way: fetch tells nobody how far it is, so this is the older way. Whatever happens, there are words for it. */
export function sendPaper(topicId: string, paper: object, file: File, onProgress: (done: number) => void) {
  const request = new XMLHttpRequest();
  const answered = new Promise<Sent>((resolve) => {
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(saidIn(request.responseText));
    request.onerror = () => resolve(unreachable);
    request.onabort = () => resolve({ ok: false, message: "已停下，这个文件没有传" });
  });
  request.open("POST", `/api/v1/topics/${topicId}/files`);
  request.setRequestHeader("content-type", "application/octet-stream");
  request.setRequestHeader("x-paper", encodeURIComponent(JSON.stringify(paper)));
  request.send(file);
  return { answered, stop: () => request.abort() };
}

function saidIn(text: string): Sent {
  try {
    return JSON.parse(text) as Sent; // our own route's answer
  } catch {
    return unreachable;
  }
}
