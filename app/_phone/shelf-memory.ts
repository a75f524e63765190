import type { Belonging, SealedPhoto, SealedRow, Shelf } from "./shelf";

/** Private windows and old kernels have no database to give: then the page itself is the shelf. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, SealedRow>();
  const pictures = new Map<string, SealedPhoto>();
  const belongings = new Map<string, Belonging>();
  const picturesOf = (visitId: string) => [...pictures.values()].filter((one) => one.visitId === visitId);
  const done = (work: unknown) => Promise.resolve(void work);
  return {
    lasting: false,
    fleeting: () => [...kept.keys()],
    rows: (owner) => Promise.resolve([...kept.values()].filter((row) => row.owner === owner)),
    row: (id) => Promise.resolve(kept.get(id)),
    put: (row, photos = []) => done([kept.set(row.id, row), photos.forEach((one) => pictures.set(one.id, one))]),
    remove: (id) => done([kept.delete(id), picturesOf(id).forEach((one) => pictures.delete(one.id))]),
    photos: (visitId) => Promise.resolve(picturesOf(visitId)),
    photoIds: (visitId) => Promise.resolve(picturesOf(visitId).map(({ id }) => id)),
    photo: (id) => Promise.resolve(pictures.get(id)),
    removePhoto: (id) => done(pictures.delete(id)),
    belonging: (name) => Promise.resolve(belongings.get(name)),
    belongingNames: (prefix) => Promise.resolve([...belongings.keys()].filter((name) => name.startsWith(prefix))),
    keepBelonging: (one) => done(belongings.set(one.name, one)),
    dropBelonging: (name) => done(belongings.delete(name)),
    reviseBelonging: (name, change) => {
      const found = belongings.get(name);
      const revised = found && { ...found, value: change(found.value) };
      if (revised) belongings.set(name, revised);
      return Promise.resolve(revised);
    },
    lease: () => Promise.resolve(true),
  };
}
