import { Chart as Drawing, registerables } from "chart.js";
import { useEffect, useRef } from "react";
import type { Chart } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { chartSettings } from "./chartSettings";
import { HEADER_HEIGHT, ROW_HEADER_WIDTH } from "./gridView";
import { frozenSize, pixels, type SheetLayout } from "./layout";

Drawing.register(...registerables);

/** The active sheet's charts, over its cells; they move as the cells do. */
export function ChartLayer({ workbook, layout, scroll }: { workbook: OpenWorkbook; layout: SheetLayout; scroll: { x: number; y: number } }) {
  const frozen = frozenSize(layout);
  const { charts, id } = workbook.sheet;
  if (charts.length === 0) return null;
  return (
    <div className="charts" style={{ left: ROW_HEADER_WIDTH + frozen.width, top: HEADER_HEIGHT + frozen.height }}>
      <div style={{ transform: `translate(${-scroll.x - frozen.width}px, ${-scroll.y - frozen.height}px)` }}>
        {charts.map((chart) => (
          <ChartBox key={`${id} ${chart.id}`} workbook={workbook} chart={chart} />
        ))}
      </div>
    </div>
  );
}

function ChartBox({ workbook, chart }: { workbook: OpenWorkbook; chart: Chart }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { version } = workbook;
  useEffect(() => {
    if (!canvas.current) return undefined;
    const drawing = new Drawing(canvas.current, chartSettings(workbook, chart));
    return () => drawing.destroy();
  }, [workbook, chart, version]);
  const box = { left: pixels(chart.left), top: pixels(chart.top), width: pixels(chart.width), height: pixels(chart.height) };
  return (
    <div className="chart" style={box} role="img" aria-label={chart.altText ?? chart.title}>
      <canvas ref={canvas} />
    </div>
  );
}
