/** How big a table from outside may be before nobody here opens it. The page that takes it says the same numbers. */
export const limits = {
  fileBytes: 5 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  entries: 200,
  ratio: 100,
  rows: 20_000,
  columns: 60,
  characters: 8_000_000,
  milliseconds: 10_000,
  heapMegabytes: 256,
  waiting: 20,
} as const;
