import Search from "lucide-react/icons/search";
import { To } from "@/app/_ui/to";

type SearchBoxProps = { action: string; label: string; placeholder: string; keys?: string };

/** At the desk a box in the bar, on the phone a glass that leads to the search page. */
export function SearchBox({ action, label, placeholder, keys }: SearchBoxProps) {
  return (
    <>
      <To href={action} aria-label={label} className="inline-flex size-tap items-center justify-center rounded-1 text-ink-2
        hover:bg-bg-3 lg:hidden">
        <Search className="size-5.5" aria-hidden />
      </To>
      <form method="get" action={action} role="search" className="relative hidden lg:block">
        <Search className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-ink-2" aria-hidden />
        <input name="q" type="search" aria-label={label} placeholder={placeholder} autoComplete="off" enterKeyHint="search"
          aria-keyshortcuts={keys} className="min-h-8! w-72! py-0.5! pl-7.5!" />
      </form>
    </>
  );
}
