import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { diagnosticText } from "../../i18n/diagnosticText";
import { usePaneTexts } from "./paneTexts";

interface FailureMessageProps {
  failure: Diagnostic;
  language: Language;
  onClose(): void;
}

/** What Excel refused, and what to do about it. */
export function FailureMessage({ failure, language, onClose }: FailureMessageProps) {
  const translate = usePaneTexts(language);
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{translate("failure.title")}</MessageBarTitle>
        {diagnosticText(failure, language)}
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" aria-label={translate("failure.close")} icon={<DismissRegular />} onClick={onClose} />}
      />
    </MessageBar>
  );
}
