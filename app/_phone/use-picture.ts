"use client";
import { useEffect, useState } from "react";
import { myOutbox } from "./phone";

/** Where a photo is to be seen: on this phone, or at the server once it is there; undefined until that is known. */
export function usePicture(id: string): string | undefined {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let mine: string | undefined;
    let gone = false;
    void myOutbox().then((outbox) => outbox.picture(id)).catch(() => undefined).then((bytes) => {
      if (gone) return;
      mine = bytes && URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
      setSource(mine ?? `/api/v1/photos/${id}`);
    });
    return () => {
      gone = true;
      if (mine) URL.revokeObjectURL(mine);
    };
  }, [id]);
  return source;
}
