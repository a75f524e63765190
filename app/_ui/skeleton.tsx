/** Grey lines of the list's own height, only when waiting is felt (300 ms). `text` for waits over three seconds. */
export function Skeleton({ rows = 8, text = "正在取数据" }: { rows?: number; text?: string }) {
  return (
    <div role="status" className="appear-late rounded-2 border border-line bg-bg">
      <span className="sr-only">{text}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden className="flex h-row items-center gap-4 border-b border-line px-3 last:border-b-0">
          <span className="h-3 w-1/12 rounded-1 bg-bg-3" />
          <span className={`h-3 rounded-1 bg-bg-3 ${row % 3 ? "w-5/12" : "w-4/12"}`} />
          <span className="ml-auto h-3 w-2/12 rounded-1 bg-bg-3" />
        </div>
      ))}
    </div>
  );
}
