import { useState } from "react";
import type { OpenWorkbook } from "../openWorkbook";
import type { PageTexts } from "../texts";

const SLOW_MILLISECONDS = 1_500;

/** The switches that make Excel hard to work with, as it is at times. */
export function TroubleMenu({ texts, workbook }: { texts: PageTexts; workbook: OpenWorkbook }) {
  const [slowIn, setSlowIn] = useState<OpenWorkbook>();
  const slow = slowIn === workbook;
  return (
    <details className="trouble">
      <summary>{texts.trouble}</summary>
      <div className="trouble-list">
        <label>
          <input
            type="checkbox"
            checked={slow}
            onChange={({ target }) => {
              workbook.host.slow(target.checked ? SLOW_MILLISECONDS : 0);
              setSlowIn(target.checked ? workbook : undefined);
            }}
          />
          {texts.slow}
        </label>
        <label>
          <input type="checkbox" checked={workbook.keepsEditing} onChange={({ target }) => workbook.keepEditing(target.checked)} />
          {texts.editing}
        </label>
        <label>
          <input type="checkbox" checked={workbook.sheet.protected} onChange={({ target }) => workbook.protect(target.checked)} />
          {texts.protected}
        </label>
        <label>
          <input type="checkbox" checked={workbook.host.workbook.structureProtected} onChange={({ target }) => workbook.protectStructure(target.checked)} />
          {texts.structureProtected}
        </label>
        <label>
          <input type="checkbox" checked={workbook.host.readOnly} onChange={({ target }) => workbook.openReadOnly(target.checked)} />
          {texts.readOnly}
        </label>
        <button type="button" onClick={() => workbook.host.failSync(1)}>{texts.failNext}</button>
      </div>
    </details>
  );
}
