import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorAt, atSentences, placeOf, sentencesOf } from "@/lib/visits/rules-remarks";

const texts = fc.string({ unit: fc.constantFrom("水", "沟", "堵", "了", "。", "？", "！", "；", "\n", "”", "a", " "), maxLength: 60 });

test("sentences are the text again, and every one but the last ends where a sentence ends", () => {
  expect(sentencesOf("屋后水沟堵了。“去看看！”他说；好")).toEqual(["屋后水沟堵了。", "“去看看！”", "他说；", "好"]);
  fc.assert(fc.property(texts, (text) => {
    const all = sentencesOf(text);
    expect(all.join("")).toBe(text);
    for (const one of all.slice(0, -1)) expect(one).toMatch(/[。！？；\n]["”』」）)]*$/);
  }));
});

test("a remark stands at its own sentence, also among its like, and after something was written before it", () => {
  fc.assert(fc.property(texts, fc.nat(), fc.string({ maxLength: 5 }), (text, n, more) => {
    const { pieces } = atSentences(text, []);
    const piece = pieces[n % Math.max(1, pieces.length)];
    if (!piece) return;
    const anchor = anchorAt(text, piece.start, piece.text);
    const at = placeOf(text, anchor)!;
    expect(text.slice(at, at + piece.text.length)).toBe(piece.text);
    expect(text.slice(Math.max(0, at - anchor.before.length), at)).toBe(anchor.before);
    const moved = placeOf(more + text, anchor)!;
    expect((more + text).slice(moved, moved + piece.text.length)).toBe(piece.text);
  }));
  const twice = "水沟堵了。下雨进水。水沟堵了。";
  expect(placeOf(twice, anchorAt(twice, 10, "水沟堵了。"))).toBe(10);
  expect(placeOf(`昨天又去了。${twice}`, anchorAt(twice, 10, "水沟堵了。"))).toBe(16);
});

test("where the sentence was rewritten the remark is told apart, with its quote", () => {
  const remark = { id: 1, ...anchorAt("水沟堵了。", 0, "水沟堵了。") };
  expect(atSentences("水沟通了。好。", [remark])).toEqual({ pieces: [{ text: "水沟通了。", start: 0, remarks: [] }, { text: "好。", start: 5, remarks: [] }], gone: [remark] });
  expect(atSentences("好。水沟堵了。", [remark]).pieces[1]!.remarks).toEqual([remark]);
});
