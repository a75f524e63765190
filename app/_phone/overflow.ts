import type { SealedRow, Shelf } from "./shelf";

/**
 * The phone's database, and above it this page's memory for words that the database would not take: one shelf to
 * whoever looks. What lies above is newer than what rests below under its name, and goes down once there is room.
 * Pictures never lie above: they are heavy, and words do not wait for them.
 */
export function overflowing(below: Shelf): Shelf {
  const above = new Map<string, SealedRow>();
  let shut = false;
  /** A database that does not answer just now hides what rests there; it holds up nothing that lies above. */
  const reached = <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
    asked.then((found) => ((shut = false), found), () => ((shut = true), otherwise));
  const picturesOf = <T>(visitId: string, asked: Promise<T[]>) => (above.has(visitId) ? reached(asked, []) : asked);
  return {
    ...below,
    get lasting() { return !shut && above.size === 0; },
    fleeting: () => [...above.keys()],
    rows: async (owner) => {
      const resting = await reached(below.rows(owner), []);
      return [...resting.filter(({ id }) => !above.has(id)), ...[...above.values()].filter((row) => row.owner === owner)];
    },
    row: async (id) => above.get(id) ?? (await reached(below.row(id), undefined)),
    put: async (row, photos = []) => {
      try {
        await below.put(row, photos);
        above.delete(row.id);
      } catch (error) {
        if (photos.length > 0) throw error;
        above.set(row.id, row);
        if (row.state === "sent") await forget(below, row.id).catch(() => undefined);
      }
    },
    remove: async (id) => {
      above.delete(id);
      await reached(below.remove(id), undefined);
    },
    sink: async () => {
      for (const row of above.values()) if (await isNewest(below, row)) await below.put(row).then(() => above.get(row.id) === row && above.delete(row.id));
    },
    photos: (visitId) => picturesOf(visitId, below.photos(visitId)),
    photoIds: (visitId) => picturesOf(visitId, below.photoIds(visitId)),
    belonging: (name) => reached(below.belonging(name), undefined),
    belongingNames: (prefix) => reached(below.belongingNames(prefix), []),
    dropBelonging: (name) => reached(below.dropBelonging(name), undefined),
    reviseBelonging: (name, change) => reached(below.reviseBelonging(name, change), undefined),
    lease: (...asked) => reached(below.lease(...asked), true),
  };
}

/** What has arrived is not to be found here again as the draft it was before. Pictures that still wait keep their place. */
async function forget(below: Shelf, id: string): Promise<void> {
  if ((await below.photoIds(id)).length === 0) await below.remove(id);
}

/** Another tab may have gone on with it: nothing newer is written over. */
const isNewest = async (below: Shelf, { id, savedAt }: SealedRow): Promise<boolean> => ((await below.row(id))?.savedAt ?? 0) <= savedAt;
