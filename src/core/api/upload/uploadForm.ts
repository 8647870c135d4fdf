import type { FileUploadParams } from './uploadParams.ts';

type FieldName = Exclude<keyof FileUploadParams, 'file'>;

/** The form of an upload. Absent fields are left out: `undefined` would arrive as that very text. */
export function uploadForm(params: FileUploadParams): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fieldsOf(params))) {
    if (value !== undefined) form.append(name, value);
  }
  // Last, so that the service knows every option before the bytes arrive.
  const { file, fileName } = params;
  if (typeof file === 'string') form.append('file', file);
  // With a name of its own a form keeps the very object, which may know a better way to be read.
  else if (file instanceof File && file.name === fileName) form.append('file', file);
  else form.append('file', file, fileName);
  return form;
}

/** Every field as the form carries it: lists joined by commas, objects as JSON text. */
function fieldsOf(params: FileUploadParams): Readonly<Record<FieldName, string | undefined>> {
  return {
    fileName: params.fileName,
    folder: params.folder,
    useUniqueFileName: flag(params.useUniqueFileName),
    tags: params.tags?.join(','),
    isPrivateFile: flag(params.isPrivateFile),
    isPublished: flag(params.isPublished),
    customCoordinates: params.customCoordinates,
    responseFields: params.responseFields?.join(','),
    extensions: json(params.extensions),
    webhookUrl: params.webhookUrl,
    overwriteFile: flag(params.overwriteFile),
    overwriteAITags: flag(params.overwriteAITags),
    overwriteTags: flag(params.overwriteTags),
    overwriteCustomMetadata: flag(params.overwriteCustomMetadata),
    customMetadata: json(params.customMetadata),
    transformation: json(params.transformation),
    checks: params.checks,
    description: params.description,
  };
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function json(value: object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
