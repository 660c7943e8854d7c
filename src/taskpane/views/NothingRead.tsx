import { Button, Text } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import { usePaneTexts } from "./paneTexts";

/** Rules and plan without an input: the way to it. */
export function NothingRead({ language, onInput }: { language: Language; onInput(): void }) {
  const translate = usePaneTexts(language);
  return (
    <>
      <Text as="p" block>
        {translate("nothingRead.explained")}
      </Text>
      <Button appearance="primary" onClick={onInput}>
        {translate("nothingRead.toInput")}
      </Button>
    </>
  );
}
