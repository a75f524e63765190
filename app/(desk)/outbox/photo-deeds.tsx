"use client";
import { type Item, refusedPhotos, waitingPhotos } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { Button } from "@/app/_ui/button";

/** How the pictures stand of a visit whose words have arrived; nothing where there are none left here. */
export function photoWords(item: Item): string {
  const waiting = waitingPhotos(item).length;
  const refused = refusedPhotos(item);
  const why = [...new Set(refused.map((id) => item.unwanted?.[id]))].join("；");
  const onTheWay = waiting > 0 && [`文字已送达，还有 ${waiting} 张照片在路上`, item.reason].filter(Boolean).join("，");
  return [onTheWay, refused.length > 0 && `${refused.length} 张照片没能收下：${why}`].filter(Boolean).join("；");
}

/** What was refused rests here until its author has said what becomes of it. */
export function PhotoDeeds({ item }: { item: Item }) {
  const refused = refusedPhotos(item);
  if (refused.length === 0) return null;
  const forget = async (drop: boolean) => {
    const outbox = await myOutbox();
    if (drop) for (const id of refused) await outbox.dropPicture(id);
    await outbox.keep({ ...item, unwanted: {}, tries: 0, nextTryAt: 0 });
    await send(true);
  };
  return (
    <>
      <Button size="row" onClick={() => void forget(false)}>再传一次照片</Button>
      <Button size="row" onClick={() => void forget(true)}>照片不传了</Button>
    </>
  );
}
