"use client";
import { type ReactNode, useId } from "react";
import { Badge, type Said } from "@/app/_ui/badge";
import { classes } from "@/app/_ui/classes";

/** A column at the desk and, on the phone, a place on the card: its bold name, top right, a line; the small print else. */
export type Column = {
  head: string;
  card?: "title" | "aside" | "line" | "mark" | "verb" | "none";
  /** The card says the column's word before what stands in it. */
  named?: boolean;
  /** At the desk: takes what is left over, at most so much, or as many lines as it needs. One line else. */
  room?: "rest" | "some" | "lines";
  /** What stands here leads to the row's page; on the phone the whole card does. */
  opens?: boolean;
  /** Figures under each other, or the row's buttons, which paper leaves out. */
  number?: boolean;
  deeds?: boolean;
};

/** Words, a state, or anything else. */
export type Cell = ReactNode | Said;
export type Row = {
  /** Told apart by its address, unless this says otherwise. */
  key?: string;
  href?: string;
  /** What a screen reader calls the row's link, where its words are the same in every row. */
  opens?: string;
  cells: readonly Cell[];
};

type ListProps = { caption: string; columns: readonly Column[]; rows: readonly Row[] };

/**
 * One list for everybody: rows of 32 px at the desk and on paper, cards to tap on the phone, by the style sheet alone.
 * It runs in the browser too only so that a page is sent the rows' words, and not every cell a second time.
 * The roles are said because a phone's browser forgets what a table is once it is laid out as anything else.
 */
export function List({ caption, columns, rows }: ListProps) {
  const id = useId();
  const looks = columns.map(lookOf);
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="list-box">
      <table role="table" className="list">
        <caption id={id} className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column, i) => <th key={i} scope="col" className={looks[i]}>{column.head}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key ?? row.href} role="row">
              {columns.map((column, i) => cellOf(column, looks[i], row, i))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const lookOf = ({ card, room, number, deeds }: Column) =>
  classes(card && `card-${card}`, room && `room-${room}`, number && "text-right", deeds && "deeds no-print") || undefined;

function cellOf(column: Column, look: string | undefined, row: Row, place: number): ReactNode {
  const { card, room, named, head } = column;
  const cell = row.cells[place];
  const words = isSaid(cell) ? <Badge {...cell} /> : cell;
  const shown = column.opens && row.href ? <a href={row.href} aria-label={row.opens} className="opens">{words}</a> : words;
  const isCut = room && room !== "lines" && card === "title";
  const rest = { className: look, title: isCut && typeof cell === "string" ? cell : undefined };
  if (card === "title") return <th key={place} role="rowheader" scope="row" {...rest}>{shown}</th>;
  return <td key={place} role="cell" data-head={named ? head : undefined} {...rest}>{shown}</td>;
}

const isSaid = (cell: Cell): cell is Said => typeof cell === "object" && cell !== null && "tone" in cell;
