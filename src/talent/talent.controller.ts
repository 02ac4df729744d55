import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordController } from '../records/record.controller';
import { createTalent, editTalent, talentQuery } from './talent.schema';
import { TalentService, type TalentShapes } from './talent.service';
import { talentView } from './talent.view';

const TalentRoutes = recordController<TalentShapes>({
  editors: ['manager', 'park-lead', 'officer', 'talent'],
  create: createTalent,
  edit: editTalent,
  query: talentQuery,
  view: talentView,
});

@ApiTags('talents')
@Controller('talents')
export class TalentController extends TalentRoutes {
  constructor(talents: TalentService) {
    super(talents);
  }
}
