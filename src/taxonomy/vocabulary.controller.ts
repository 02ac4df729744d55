import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { NotFound } from '../common/errors';
import { Public } from '../identity/access.decorator';
import { findVocabulary, vocabularies, vocabularyVersion } from './catalogue';
import { vocabulariesSchema, vocabularyNameSchema, vocabularySchema } from './vocabulary.schema';

const ETAG = `"${vocabularyVersion}"`;
const ASK_EVERY_TIME = 'public, no-cache';

/** Codes and labels for clients; If-None-Match with the ETag of an earlier answer gives 304 until something changes. */
@Public()
@Controller('vocabularies')
export class VocabularyController {
  @Get()
  @Header('ETag', ETAG)
  @Header('Cache-Control', ASK_EVERY_TIME)
  @ApiOkResponse({ standardSchema: vocabulariesSchema })
  list() {
    return { version: vocabularyVersion, vocabularies };
  }

  @Get(':name')
  @Header('ETag', ETAG)
  @Header('Cache-Control', ASK_EVERY_TIME)
  @ApiOkResponse({ standardSchema: vocabularySchema })
  get(@Param('name', { schema: vocabularyNameSchema }) name: string) {
    const vocabulary = findVocabulary(name);
    if (!vocabulary) throw new NotFound('TAXONOMY.UNKNOWN_VOCABULARY', 'There is no such vocabulary');
    return { version: vocabularyVersion, ...vocabulary };
  }
}
