import { defaultWeights } from "@/lib/suggestions/rules";
import { type Arm, type Found, mean, oneYear, type Setting, setting } from "./familiarity-year";

/** `npm run simulate:familiarity`: the table of docs/familiarity.md, the same on every machine. No database is asked. */

const SEEDS = Number(process.argv[2] ?? 20);
/** Student's t for 19 degrees of freedom, two-sided 95 %. */
const T = 2.093;

const arms: Arm[] = [
  { name: "our rule", choose: defaultWeights },
  { name: "round robin", choose: "round" },
  { name: "by lot", choose: "lot" },
];
const settings: [title: string, setting: Setting][] = [
  ["Visits alone", setting],
  ["Visits and ten cards practised a week", { ...setting, practised: 10 }],
  ["One visit a week, ten cards practised a week", { ...setting, visits: 1, practised: 10 }],
];

const percent = (n: number): string => `${(100 * n).toFixed(1)} %`;
const points = (n: number): string => `${n >= 0 ? "+" : "−"}${Math.abs(100 * n).toFixed(1)}`;
const spread = (list: readonly number[]): number => Math.sqrt(list.reduce((all, one) => all + (one - mean(list)) ** 2, 0) / (list.length - 1));
const within = (list: readonly number[]): number => (T * spread(list)) / Math.sqrt(list.length);

function line({ name }: Arm, found: readonly Found[], round: readonly Found[]): string {
  const [year, last] = [found.map((one) => one.year), found.map((one) => one.lastQuarter)];
  const ahead = last.map((one, i) => one - round[i]!.lastQuarter);
  const cells = [
    name, `${percent(mean(year))} ± ${(100 * within(year)).toFixed(1)}`, `${percent(mean(last))} ± ${(100 * within(last)).toFixed(1)}`,
    found === round ? "–" : `${points(mean(ahead))} ± ${(100 * within(ahead)).toFixed(1)}`, percent(mean(found.map((one) => one.unseen))), mean(found.map((one) => one.promised)).toFixed(0),
  ];
  return `| ${cells.join(" | ")} |`;
}

const heads = ["Doors chosen by", "Known, whole year", "Known, last 13 weeks", "Against round robin, points", "Unvisited > 90 days", "Days a promise waits"];

for (const [title, set] of settings) {
  const all = arms.map((arm) => ({ arm, found: Array.from({ length: SEEDS }, (_, seed) => oneYear(seed + 1, arm, set)) }));
  const round = all.find(({ arm }) => arm.choose === "round")!.found;
  process.stdout.write(`\n### ${title}\n\n| ${heads.join(" | ")} |\n|${heads.map(() => "---").join("|")}|\n${all.map(({ arm, found }) => line(arm, found, round)).join("\n")}\n`);
}
