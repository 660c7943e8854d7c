import { useMemo, useState } from "react";
import type { PaneLine } from "../paneLine";

/** The add-in's group on Excel's Home tab, as the manifest states it. */
export function Ribbon({ line, displayLanguage }: { line: PaneLine; displayLanguage: string }) {
  const buttons = useMemo(() => line.ribbon(displayLanguage), [line, displayLanguage]);
  const [pressed, setPressed] = useState<string>();
  return (
    <div className="ribbon">
      {buttons.map((button) => (
        <button
          key={button.id}
          type="button"
          title={button.tip}
          disabled={pressed !== undefined}
          onClick={() => {
            setPressed(button.id);
            void line.press(button).finally(() => setPressed(undefined));
          }}
        >
          <img src={button.icon} alt="" width={20} height={20} />
          {button.label}
        </button>
      ))}
    </div>
  );
}
