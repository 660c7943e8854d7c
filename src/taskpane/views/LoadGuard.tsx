import { Component, type ReactNode } from "react";

interface LoadGuardProps {
  /** Stands in place of what could not be loaded. */
  sentence: string;
  children: ReactNode;
}

/** Keeps the rest of the pane when a part of it does not come: the connection may be gone, or an update is under way. */
export class LoadGuard extends Component<LoadGuardProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p role="alert">{this.props.sentence}</p> : this.props.children;
  }
}
