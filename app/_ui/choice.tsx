"use client";

type ChoiceProps = {
  name: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
  /** What is shown when nothing is chosen. */
  all?: string;
};

/** One of many, in a filter. It runs in the browser too only so that a village is sent as its number and its name. */
export const Choice = ({ name, chosen = "", options, all = "全部" }: ChoiceProps) => (
  <select name={name} defaultValue={chosen}>
    <option value="">{all}</option>
    {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
  </select>
);
