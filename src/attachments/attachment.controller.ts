import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  Post,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { InvalidInput } from '../common/errors';
import { Allow, CurrentActor, SignedIn } from '../identity/access.decorator';
import { idParam } from '../platform/http/query.schema';
import {
  type AttachmentView,
  attachmentView,
  MAX_FILE_BYTES,
  type UploadFields,
  uploadFields,
} from './attachment.schema';
import { AttachmentService } from './attachment.service';
import { dispositionOf } from './file-name';

/** A file as multer holds it in memory; the form's part names are UTF-8, whatever old browsers said. */
interface UploadedPart {
  originalname: string;
  mimetype: string;
  buffer: Buffer;
}

const LIMITS = { fileSize: MAX_FILE_BYTES, files: 1, fields: 2, fieldSize: 100, parts: 3 };

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  /** multipart/form-data: the file as `file`; field `personal` for what holds people's data. */
  @Post()
  @Allow('manager', 'park-lead', 'officer', 'enterprise', 'organiser', 'project-owner', 'talent')
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS, defParamCharset: 'utf8' }))
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ standardSchema: attachmentView })
  upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() part: UploadedPart | undefined,
    @Body({ schema: uploadFields }) { personal }: UploadFields,
  ): Promise<AttachmentView> {
    if (!part) throw new InvalidInput('ATTACHMENT.EMPTY', 'The form has no part named file');
    const { originalname: fileName, mimetype: mediaType, buffer: content } = part;
    return this.attachments.upload(actor, { fileName, mediaType, content, personal });
  }

  @Get(':id')
  @SignedIn()
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/octet-stream')
  async download(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<StreamableFile> {
    const { file, content } = await this.attachments.open(actor, id);
    const { mediaType: type, fileName, byteSize: length } = file;
    return new StreamableFile(content, { type, length, disposition: dispositionOf(fileName) });
  }
}
