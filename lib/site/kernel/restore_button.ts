import type { App, PanelExtension } from "./jupyterlite.ts";

/** What JupyterLab brings for buttons and questions. */
export interface Buttons {
  readonly ToolbarButton: new (
    options: {
      readonly label: string;
      readonly tooltip: string;
      readonly onClick: () => Promise<void>;
    },
  ) => unknown;
  readonly showDialog: (
    options: {
      readonly title: string;
      readonly body: string;
      readonly buttons: readonly unknown[];
    },
  ) => Promise<{ readonly button: { readonly accept: boolean } }>;
  readonly Dialog: {
    cancelButton(): unknown;
    okButton(): unknown;
    warnButton(options: { readonly label: string }): unknown;
  };
}

const NAME = "Restore this chapter";

/**
 * A button above each notebook that brings the published chapter back.
 *
 * What a person changes is kept in the browser's storage beside the published file; without it that file shows.
 *
 * @param isPublished Whether the site has a notebook of this path: a person's own cannot be brought back.
 */
export function restoreButton(
  { serviceManager }: App,
  buttons: Buttons,
  isPublished: (path: string) => Promise<boolean>,
): PanelExtension {
  const { ToolbarButton, showDialog, Dialog } = buttons;
  return {
    createNew({ context, toolbar }) {
      const onClick = async () => {
        if (!await isPublished(context.path)) {
          const body = `${context.path} is your own: the course has no such chapter to bring back.`;
          await showDialog({ title: NAME, body, buttons: [Dialog.okButton()] });
          return;
        }
        const { button } = await showDialog({
          title: NAME,
          body: `Bring ${context.path} back as it was published? What you changed in it is lost.`,
          buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: "Restore" })],
        });
        if (!button.accept) return;
        await serviceManager.contents.delete(context.path);
        await context.revert();
      };
      const tooltip = "Bring the published chapter back; your changes to it are lost";
      toolbar.insertItem(10, "restore", new ToolbarButton({ label: NAME, tooltip, onClick }));
    },
  };
}
