import { Chart as Drawing, registerables } from "chart.js";
import { useEffect, useRef } from "react";
import type { Chart } from "../../host/model";
import type { OpenWorkbook } from "../openWorkbook";
import { chartSettings } from "./chartSettings";
import { HEADER_HEIGHT, ROW_HEADER_WIDTH } from "./gridView";
import { frozenSize, pixels, type SheetLayout } from "./layout";

Drawing.register(...registerables);

/**
 * The active sheet's charts, over its cells. They move as the cells do that they begin over: one that begins in frozen
 * rows or columns stays.
 */
export function ChartLayer({ workbook, layout, scroll }: { workbook: OpenWorkbook; layout: SheetLayout; scroll: { x: number; y: number } }) {
  const frozen = frozenSize(layout);
  return workbook.sheet.charts.map((chart) => {
    const left = pixels(chart.left) < frozen.width ? 0 : frozen.width;
    const top = pixels(chart.top) < frozen.height ? 0 : frozen.height;
    const moved = { x: left === 0 ? 0 : scroll.x, y: top === 0 ? 0 : scroll.y };
    return (
      <div key={`${workbook.sheet.id} ${chart.id}`} className="charts" style={{ left: ROW_HEADER_WIDTH + left, top: HEADER_HEIGHT + top }}>
        <div style={{ transform: `translate(${-moved.x - left}px, ${-moved.y - top}px)` }}>
          <ChartBox workbook={workbook} chart={chart} />
        </div>
      </div>
    );
  });
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
