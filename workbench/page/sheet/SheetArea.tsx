import { defineCustomElements } from "@revolist/revogrid/loader";
import { useEffect, useRef, useState } from "react";
import type { OpenWorkbook } from "../openWorkbook";
import { ChartLayer } from "./ChartLayer";
import { GridView } from "./gridView";
import type { SheetLayout } from "./layout";

defineCustomElements();

/** The sheet that shows: its cells in the grid, its charts over them. */
export function SheetArea({ workbook, onRefused }: { workbook: OpenWorkbook; onRefused: (code: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ x: 0, y: 0 });
  const [layout, setLayout] = useState<SheetLayout>();
  useEffect(() => {
    const grid = document.createElement("revo-grid");
    place.current?.append(grid);
    const view = new GridView(grid, workbook, { onRefused, onScroll: setScroll, onLayout: setLayout });
    return () => {
      view.close();
      grid.remove();
    };
  }, [workbook, onRefused]);
  return (
    <div className="sheet">
      <div className="grid" ref={place} />
      {layout && <ChartLayer workbook={workbook} layout={layout} scroll={scroll} />}
    </div>
  );
}
