import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentController } from './attachment.controller';
import { AttachmentChunkEntity, AttachmentEntity } from './attachment.entity';
import { AttachmentRepository } from './attachment.repository';
import { AttachmentService } from './attachment.service';
import { BlobStore } from './blob-store';
import { PostgresBlobRepository } from './postgres-blob.repository';

@Module({
  imports: [TypeOrmModule.forFeature([AttachmentEntity, AttachmentChunkEntity])],
  controllers: [AttachmentController],
  providers: [
    AttachmentService,
    AttachmentRepository,
    { provide: BlobStore, useClass: PostgresBlobRepository },
  ],
  exports: [AttachmentService],
})
export class AttachmentsModule {}
