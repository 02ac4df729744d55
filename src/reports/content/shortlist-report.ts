import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import type { RecordCard } from '../../matching/cards/record-card';
import type { ShortlistParams } from '../../matching/shortlists/shortlist.schema';
import { ShortlistService } from '../../matching/shortlists/shortlist.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { matchStages, pairKinds, scoreParts } from '../../taxonomy/match.vocabulary';
import { degrees, skillLevels, talentTiers, titles } from '../../taxonomy/talent.vocabulary';
import { tagLabel } from '../../taxonomy/tags';
import { longDay } from './period';
import { count, number, type Report, text } from './report';

/** A shortlist as a sheet: what its reader is told of each record, and no more. */
@Injectable()
export class ShortlistReport {
  constructor(
    private readonly shortlists: ShortlistService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 MATCH.NO_SHORTLIST also for a demand of another park */
  async of(actor: Actor, { pairKind, demandId }: ShortlistParams): Promise<Report> {
    const list = await this.shortlists.get(actor, demandId, pairKind);
    const now = this.clock.now();
    return {
      locale: 'zh-CN',
      title: `${list.demand.code} ${list.demand.title}：匹配入围名单`,
      period: `${pairKinds.label(pairKind, 'zh-CN')}\u3000${longDay(dayOf(now), 'zh-CN')}`,
      asOf: list.updatedAt,
      sampleSet: null,
      summary: [],
      tables: [
        {
          name: '入围名单',
          columns: [
            count('序号', 6),
            text('编号', 16),
            text('名称', 40),
            text('领域', 30),
            number('得分', 8),
            ...scoreParts.terms.map(({ zh }) => number(zh, 8)),
            text('阶段', 10),
          ],
          rows: list.entries.map(({ rank, supply, score, parts, match }) => [
            rank,
            supply.code,
            nameOf(supply),
            supply.tags.map((tag) => tagLabel(tag, 'zh-CN')).join('、'),
            round(score),
            ...scoreParts.codes.map((part) => (parts[part] === null ? null : round(parts[part]))),
            match ? matchStages.label(match.stage, 'zh-CN') : '',
          ]),
        },
      ],
      notes: [`得分满分100，由模型${list.model}给出；各部分之和为得分，空白为无数据。`],
    };
  }
}

/** Whoever may not be named is called by what they are. */
const nameOf = ({ title, profile }: RecordCard): string => {
  if (profile === null) return title;
  const { tier, degree, title: rank, skillLevel } = profile;
  const said = [
    talentTiers.label(tier, 'zh-CN'),
    rank && titles.label(rank, 'zh-CN'),
    !rank && skillLevel && skillLevels.label(skillLevel, 'zh-CN'),
    degree && degree !== 'none' && degrees.label(degree, 'zh-CN'),
  ];
  return said.filter(Boolean).join(' · ');
};

const round = (value: number): number => Math.round(value * 10) / 10;
