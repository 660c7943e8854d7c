import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";

const useStyles = makeStyles({ drawing: { height: "100%" } });

/** Takes what Fluent has put in a drawing out of the tab order. */
function withoutTabStops(drawing: Element): void {
  for (const point of drawing.querySelectorAll("[tabindex]")) point.removeAttribute("tabindex");
}

/**
 * A drawing for the eye and the pointer. Fluent's charts make a tab stop of every point, and name it in English; the
 * caption and the table under the drawing say the same in the pane's language.
 */
export function Drawing({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawing = place.current;
    if (!drawing) return;
    withoutTabStops(drawing);
    // The points come when the width is known, and anew with other numbers.
    const watch = new MutationObserver(() => withoutTabStops(drawing));
    watch.observe(drawing, { subtree: true, childList: true, attributeFilter: ["tabindex"] });
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} className={styles.drawing} aria-hidden>
      {children}
    </div>
  );
}
