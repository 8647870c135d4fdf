// The ids that package.json and the source share; test/integration/manifest.test.ts compares them.

export const commandIds = {
  connectAccount: 'imagekit.connectAccount',
  connectEmulator: 'imagekit.connectEmulator',
  disconnectAccount: 'imagekit.disconnectAccount',
  uploadFile: 'imagekit.uploadFile',
  uploadFromUrl: 'imagekit.uploadFromUrl',
  uploadToFolder: 'imagekit.uploadToFolder',
  refreshLibrary: 'imagekit.refreshLibrary',
  loadMore: 'imagekit.loadMore',
  copyUrl: 'imagekit.copyUrl',
  copySignedUrl: 'imagekit.copySignedUrl',
  insertUrl: 'imagekit.insertUrl',
  openUrl: 'imagekit.openUrl',
  deleteItem: 'imagekit.deleteItem',
  revealInLibrary: 'imagekit.revealInLibrary',
  loadPreview: 'imagekit.loadPreview',
  showLog: 'imagekit.showLog',
} as const;

export const viewIds = {
  container: 'imagekit',
  mediaLibrary: 'imagekit.mediaLibrary',
} as const;

export const contextKeys = {
  connected: 'imagekit.connected',
  libraryState: 'imagekit.libraryState',
} as const;

/** What `viewItem` is in the menus of the media library. */
export const contextValues = {
  folder: 'imagekit.folder',
  file: 'imagekit.file',
} as const;

export const settingKeys = {
  useUniqueFileName: 'imagekit.upload.useUniqueFileName',
  hoverPreview: 'imagekit.hover.preview',
  signPrivateFiles: 'imagekit.hover.signPrivateFiles',
  sizeHints: 'imagekit.inlayHints.size',
  diagnosticsEnabled: 'imagekit.diagnostics.enabled',
  diagnosticsSeverity: 'imagekit.diagnostics.severity',
  maximumDocumentLength: 'imagekit.diagnostics.maximumDocumentLength',
} as const;
