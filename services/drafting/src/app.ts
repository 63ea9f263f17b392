import type { Service, ServiceContext } from '@sillok/service-context';
import { draftsOfPerson } from './projections/drafts-of-person.ts';
import { addAttachmentRoute } from './routes/add-attachment.ts';
import { checkTextRoute } from './routes/check-text.ts';
import { createDraftRoute } from './routes/create-draft.ts';
import { deriveLineRoute } from './routes/derive-line.ts';
import { discardDraftRoute } from './routes/discard-draft.ts';
import { getDraftRoute } from './routes/get-draft.ts';
import { listDraftsRoute } from './routes/list-drafts.ts';
import { removeAttachmentRoute } from './routes/remove-attachment.ts';
import { saveDraftRoute } from './routes/save-draft.ts';
import { submitDraftRoute } from './routes/submit-draft.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [draftsOfPerson] as const;

export function createDraftingService(service: ServiceContext): Service {
  const drafts = service.project(draftsOfPerson);
  const context = { ...service, drafts };
  return {
    name: 'drafting',
    projections: { drafts },
    routes: [
      createDraftRoute(context),
      saveDraftRoute(context),
      addAttachmentRoute(context),
      removeAttachmentRoute(context),
      discardDraftRoute(context),
      submitDraftRoute(context),
      getDraftRoute(context),
      listDraftsRoute(context),
      deriveLineRoute(context),
      checkTextRoute(),
    ],
    stop: () => drafts.stop(),
  };
}
