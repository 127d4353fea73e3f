package io.github.withcdp.internal.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.RecordedMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The bodies that lie in messages; they are read when asked for. */
sealed interface RecordedBody extends Body {

    /** The answer to a question for the body of a response, in base64 where it says so. */
    record Response(RecordedMessage message, DeclaredContent declared, boolean isComplete) implements RecordedBody {

        @Override
        public byte[] bytes() {
            return encoded().bytes();
        }

        @Override
        public Charset charset() {
            return encoded().charset();
        }

        @Override
        public String text() {
            return encoded().text();
        }

        private Encoded encoded() {
            return Encoded.in(message, "body", declared);
        }
    }

    /** The answer to a question for the body of a request. */
    record Sent(RecordedMessage message, DeclaredContent declared) implements RecordedBody {

        @Override
        public byte[] bytes() {
            return encoded().bytes();
        }

        @Override
        public Charset charset() {
            return encoded().charset();
        }

        @Override
        public String text() {
            return encoded().text();
        }

        @Override
        public boolean isComplete() {
            return declared.isReachedBy(bytes());
        }

        private Encoded encoded() {
            return Encoded.in(message, "postData", declared);
        }
    }

    /** Bytes, and the charset that they are in. */
    final class Encoded {

        private final byte[] bytes;
        private final Charset charset;

        private Encoded(byte[] bytes, Charset charset) {
            this.bytes = bytes;
            this.charset = charset;
        }

        byte[] bytes() {
            return bytes;
        }

        Charset charset() {
            return charset;
        }

        static Encoded in(RecordedMessage answer, String member, DeclaredContent declared) {
            var result = answer.tree().path("result");
            var text = result.path(member).asString("");
            return result.path("base64Encoded").asBoolean(false)
                    ? new Encoded(decoded(text), declared.charset())
                    : of(text, declared);
        }

        String text() {
            return BodyText.of(bytes, charset);
        }

        /**
         * A text is what Chrome has made of the bytes. In its network process it reads as UTF-8 whatever can be read so, in the process
         * of the page as the page does. How long the content was tells which; where it does not, the text is taken as it is.
         */
        private static Encoded of(String text, DeclaredContent declared) {
            var utf8 = text.getBytes(UTF_8);
            if (utf8.length == declared.length()) {
                return new Encoded(utf8, declared.charset());
            }
            if (declared.charset().canEncode()) {
                var bytes = text.getBytes(declared.charset());
                if (bytes.length == declared.length()) {
                    return new Encoded(bytes, declared.charset());
                }
            }
            return new Encoded(utf8, UTF_8);
        }
    }

    /** What a request sent, as it was told when it began: in pieces of base64 where all are there, else as text. */
    record Posted(RecordedMessage message, DeclaredContent declared) implements RecordedBody {

        @Override
        public Charset charset() {
            return declared.charset();
        }

        @Override
        public boolean isComplete() {
            var entries = message.tree().at("/params/request/postDataEntries");
            return entries.isEmpty() ? declared.isReachedBy(bytes()) : isComplete(entries);
        }

        @Override
        public byte[] bytes() {
            var request = message.tree().at("/params/request");
            if (!isComplete(request.path("postDataEntries"))) {
                return request.path("postData").asString("").getBytes(UTF_8);
            }
            var bytes = new ByteArrayOutputStream();
            for (var entry : request.path("postDataEntries")) {
                bytes.writeBytes(decoded(entry.path("bytes").asString("")));
            }
            return bytes.toByteArray();
        }

        /** Return whether a request says what it sends. A file in it has no bytes: it is not read for us. */
        static boolean isIn(JsonNode request) {
            return request.path("postData").isString() || isComplete(request.path("postDataEntries"));
        }

        /** Return whether all pieces are there. */
        static boolean isComplete(JsonNode entries) {
            for (var entry : entries) {
                if (!entry.path("bytes").isString()) {
                    return false;
                }
            }
            return !entries.isEmpty();
        }
    }

    /** What was streamed: what was there when that was asked for, and each piece since. */
    record Streamed(List<RecordedMessage> messages, Charset charset, boolean isComplete) implements RecordedBody {

        @Override
        public byte[] bytes() {
            var bytes = new ByteArrayOutputStream();
            for (var message : messages) {
                var tree = message.tree();
                var piece = message.isAnswer() ? tree.at("/result/bufferedData") : tree.at("/params/data");
                bytes.writeBytes(decoded(piece.asString("")));
            }
            return bytes.toByteArray();
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return base64.getBytes(UTF_8);
        }
    }
}
