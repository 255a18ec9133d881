import { IsString, Length } from 'class-validator';

export class NewMessageDto {
  @IsString()
  @Length(1, 10_000)
  text: string;
}
