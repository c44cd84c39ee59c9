// The dialogs, loaded when the first of them is opened.
export { openEmbedDialog } from './embed_dialog';
export { openHelpSheet } from './help_sheet';
export { openLinkDialog, readTo } from './open_dialog';
export { openShareDialog } from './share_dialog';
