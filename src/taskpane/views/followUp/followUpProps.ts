import type { ViewProps } from "../viewProps";

/** What a part of the follow-up needs. */
export interface FollowUpProps extends ViewProps {
  busy: boolean;
  /** The year that is followed up. */
  year: number;
}
