import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordController } from '../records/record.controller';
import { createProject, editProject, projectQuery } from './project.schema';
import { ProjectService, type ProjectShapes } from './project.service';
import { projectView } from './project.view';

const ProjectRoutes = recordController<ProjectShapes>({
  editors: ['manager', 'park-lead', 'officer', 'enterprise', 'project-owner'],
  create: createProject,
  edit: editProject,
  query: projectQuery,
  view: projectView,
});

@ApiTags('projects')
@Controller('projects')
export class ProjectController extends ProjectRoutes {
  constructor(projects: ProjectService) {
    super(projects);
  }
}
