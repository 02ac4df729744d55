import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { IfMatch } from '../platform/http/if-match.decorator';
import { ActivityService } from './activity.service';
import { AllocationReader } from './allocation-reader';
import { AllocationService } from './allocation.service';
import { PLAN_READERS } from './plan-readers';
import { PlanEditor } from './plan-editor.service';
import {
  type ActivitySeed,
  activitySchema,
  type PlanSeed,
  planSeedSchema,
  type TargetSeed,
  targetSchema,
} from './plan-seed.schema';
import {
  type ActivityParam,
  activityParam,
  type ActivityView,
  activityView,
  type AllocationsView,
  allocationsView,
  type EditActivity,
  editActivity,
  type NewRule,
  newRule,
  planParam,
  type PlanSummary,
  planSummary,
  type PlanView,
  planView,
  type ReplaceAllocations,
  replaceAllocations,
  type RuleDraft,
  ruleDraft,
  type TargetParam,
  targetParam,
  type TargetView,
  targetView,
} from './plan.schema';
import { PlanService } from './plan.service';
import { type RulePreview, rulePreview } from './preview/preview.schema';
import { RulePreviewService } from './preview/rule-preview.service';
import { TargetRuleService } from './target-rule.service';

@ApiTags('plans')
@Controller('plans')
@Allow(...PLAN_READERS)
export class PlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly activities: ActivityService,
    private readonly rules: TargetRuleService,
    private readonly allocations: AllocationService,
    private readonly allocated: AllocationReader,
    private readonly editor: PlanEditor,
    private readonly previews: RulePreviewService,
  ) {}

  /** Takes a plan in as one file. */
  @Post()
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: planView })
  import(@CurrentActor() actor: Actor, @Body({ schema: planSeedSchema }) seed: PlanSeed): Promise<PlanView> {
    return this.plans.import(actor, seed);
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(planSummary) })
  list(@CurrentActor() actor: Actor): Promise<PlanSummary[]> {
    return this.plans.list(actor);
  }

  @Get(':code')
  @ApiOkResponse({ standardSchema: planView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
  ): Promise<PlanView> {
    return this.plans.get(actor, code);
  }

  /** The plan as one file, for another year or another server. */
  @Get(':code/file')
  @ApiOkResponse({ standardSchema: planSeedSchema })
  export(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
  ): Promise<PlanSeed> {
    return this.editor.export(actor, code);
  }

  /** Enters the plan anew, while nothing belongs to it. */
  @Put(':code')
  @Allow('manager')
  @ApiOkResponse({ standardSchema: planView })
  async replace(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Body({ schema: planSeedSchema }) seed: PlanSeed,
  ): Promise<PlanView> {
    await this.editor.replace(actor, code, seed);
    return this.plans.get(actor, seed.code);
  }

  /** Takes a plan out to which nothing belongs. */
  @Delete(':code')
  @HttpCode(204)
  @Allow('manager')
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
  ): Promise<void> {
    return this.editor.remove(actor, code);
  }

  @Post(':code/activities')
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: planView })
  async addActivity(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Body({ schema: activitySchema }) input: ActivitySeed,
  ): Promise<PlanView> {
    await this.editor.addActivity(actor, code, input);
    return this.plans.get(actor, code);
  }

  /** A target more; what was signed before its entry counts as well. */
  @Post(':code/targets')
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: planView })
  async addTarget(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Body({ schema: targetSchema }) input: TargetSeed,
  ): Promise<PlanView> {
    await this.editor.addTarget(actor, code, input);
    return this.plans.get(actor, code);
  }

  @Patch(':code/activities/:number')
  @Allow('manager')
  @ApiOkResponse({ standardSchema: activityView })
  editActivity(
    @CurrentActor() actor: Actor,
    @Param({ schema: activityParam }) at: ActivityParam,
    @IfMatch() version: number,
    @Body({ schema: editActivity }) input: EditActivity,
  ): Promise<ActivityView> {
    return this.activities.edit(actor, at, version, input);
  }

  /** A new version of what a target counts; everything it judges is counted anew. */
  @Post(':code/targets/:target/rules')
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: targetView })
  addRule(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
    @Body({ schema: newRule }) input: NewRule,
  ): Promise<TargetView> {
    return this.rules.add(actor, at, input);
  }

  /** What such a version would change, without writing it. */
  @Post(':code/targets/:target/rules/preview')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: rulePreview })
  previewRule(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
    @Body({ schema: ruleDraft }) draft: RuleDraft,
  ): Promise<RulePreview> {
    return this.previews.of(actor, at, draft);
  }

  @Get(':code/targets/:target/allocations')
  @ApiOkResponse({ standardSchema: allocationsView })
  getAllocations(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
  ): Promise<AllocationsView> {
    return this.allocated.get(actor, at);
  }

  @Put(':code/targets/:target/allocations')
  @Allow('manager')
  @ApiOkResponse({ standardSchema: allocationsView })
  async allocate(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
    @Body({ schema: replaceAllocations }) input: ReplaceAllocations,
  ): Promise<AllocationsView> {
    await this.allocations.replace(actor, at, input);
    return this.allocated.get(actor, at);
  }
}
