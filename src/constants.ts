// The ids that package.json and the source share; test/integration/manifest.test.ts compares them.

export const commandIds = {
  connectAccount: 'imagekit.connectAccount',
  connectEmulator: 'imagekit.connectEmulator',
  switchAccount: 'imagekit.switchAccount',
  editAccount: 'imagekit.editAccount',
  renameAccount: 'imagekit.renameAccount',
  changeAccountKeys: 'imagekit.changeAccountKeys',
  makeAccountReadOnly: 'imagekit.makeAccountReadOnly',
  allowAccountChanges: 'imagekit.allowAccountChanges',
  useAccountInFolder: 'imagekit.useAccountInFolder',
  checkConnection: 'imagekit.checkConnection',
  disconnectAccount: 'imagekit.disconnectAccount',
  disconnectAllAccounts: 'imagekit.disconnectAllAccounts',
  movePrivateKey: 'imagekit.movePrivateKey',
  uploadFile: 'imagekit.uploadFile',
  /** The same where nothing else tells where the file goes. */
  uploadFromExplorer: 'imagekit.uploadFromExplorer',
  uploadFromUrl: 'imagekit.uploadFromUrl',
  uploadToFolder: 'imagekit.uploadToFolder',
  pauseUploads: 'imagekit.pauseUploads',
  resumeUploads: 'imagekit.resumeUploads',
  refreshLibrary: 'imagekit.refreshLibrary',
  loadMore: 'imagekit.loadMore',
  copyUrl: 'imagekit.copyUrl',
  copySignedUrl: 'imagekit.copySignedUrl',
  insertUrl: 'imagekit.insertUrl',
  openUrl: 'imagekit.openUrl',
  deleteItem: 'imagekit.deleteItem',
  revealInLibrary: 'imagekit.revealInLibrary',
  loadPreview: 'imagekit.loadPreview',
  editTransformation: 'imagekit.editTransformation',
  importSdkConfiguration: 'imagekit.importSdkConfiguration',
  openWalkthrough: 'imagekit.openWalkthrough',
  reportIssue: 'imagekit.reportIssue',
  showLog: 'imagekit.showLog',
} as const;

export const viewIds = {
  container: 'imagekit',
  mediaLibrary: 'imagekit.mediaLibrary',
} as const;

export const contextKeys = {
  /** An account is in force in this window. */
  connected: 'imagekit.connected',
  /** There are accounts, with or without one in force. */
  hasAccounts: 'imagekit.hasAccounts',
  /** The account in force may be changed. */
  writable: 'imagekit.writable',
  /** And no folder’s account is read-only: a menu of the Explorer cannot tell where it opens. */
  writableEverywhere: 'imagekit.writableEverywhere',
  libraryState: 'imagekit.libraryState',
  /** `none`, `running` or `paused`. */
  uploads: 'imagekit.uploads',
} as const;

/** What `imagekit.libraryState` is; each but `ready` has its welcome content. */
export const libraryStates = [
  'disconnected',
  'unknown',
  'keyInSetting',
  'keysMissing',
  'ready',
  'empty',
  'refused',
  'unreachable',
  'failed',
] as const;

/** What `viewItem` is in the menus of the media library. */
export const contextValues = {
  folder: 'imagekit.folder',
  file: 'imagekit.file',
  failure: 'imagekit.failure',
} as const;

export const settingKeys = {
  account: 'imagekit.account',
  urlEndpoints: 'imagekit.urlEndpoints',
  uploadPlan: 'imagekit.upload.plan',
  useUniqueFileName: 'imagekit.upload.useUniqueFileName',
  hoverPreview: 'imagekit.hover.preview',
  signPrivateFiles: 'imagekit.hover.signPrivateFiles',
  sizeHints: 'imagekit.inlayHints.size',
  diagnosticsEnabled: 'imagekit.diagnostics.enabled',
  diagnosticsSeverity: 'imagekit.diagnostics.severity',
  knownParameters: 'imagekit.diagnostics.knownParameters',
  maximumDocumentLength: 'imagekit.maximumDocumentLength',
} as const;

/** Context keys that the walkthrough waits for. */
export const milestoneKeys = {
  uploaded: 'imagekit.hasUploaded',
  previewed: 'imagekit.hasPreviewed',
  completed: 'imagekit.hasCompleted',
} as const;
