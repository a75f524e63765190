"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import type { VisitInFull } from "@/lib/visits/reads-one";

/** For the office alone: nobody else's page carries its form. */
const RemovePhoto = dynamic(() => import("./remove-photo").then((found) => found.RemovePhoto));

type Photos = VisitInFull["photos"];

/** The photos of a visit, small; a tap shows one large. What has not come yet is said. */
export function VisitPhotos({ photos }: { photos: Photos }) {
  const [open, setOpen] = useState<number>();
  const here = photos.filter(({ state }) => state === "kept");
  const awaited = photos.length - here.length;
  const shown = open === undefined ? undefined : here[open];
  const words = (place: number) => `照片 ${place + 1}，共 ${here.length} 张`;
  return (
    <section aria-label="照片" className="mt-3 grid gap-1.5">
      {here.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {here.map(({ id }, place) => (
            <li key={id}>
              <button type="button" aria-haspopup="dialog" onClick={() => setOpen(place)} className="block size-24 cursor-pointer overflow-hidden rounded-2 border border-line bg-bg-2">
                <Picture id={id} words={words(place)} className="size-full object-cover" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {awaited > 0 && <p className="text-sm text-warn">还有 {awaited} 张照片没传到</p>}
      <Dialog open={shown !== undefined} onClose={() => setOpen(undefined)} title={words(open ?? 0)} wide>
        {shown && <Large photo={shown} words={words(open ?? 0)} close={() => setOpen(undefined)} next={here.length > 1 ? () => setOpen(((open ?? 0) + 1) % here.length) : undefined} />}
      </Dialog>
    </section>
  );
}

function Picture({ id, words, className }: { id: string; words: string; className: string }) {
  // eslint-disable-next-line @next/next/no-img-element -- it goes past the policy and is kept nowhere: nothing may optimize it
  return <img src={`/api/v1/photos/${id}`} alt={words} loading="lazy" className={className} />;
}

function Large({ photo, words, close, next }: { photo: Photos[number]; words: string; close: () => void; next: (() => void) | undefined }) {
  return (
    <div className="grid gap-3">
      <Picture key={photo.id} id={photo.id} words={words} className="max-h-[50dvh] w-full rounded-2 bg-bg-2 object-contain" />
      {next && <Button onClick={next}>看下一张</Button>}
      {photo.mayRemove && <RemovePhoto key={photo.id} photoId={photo.id} close={close} />}
    </div>
  );
}
