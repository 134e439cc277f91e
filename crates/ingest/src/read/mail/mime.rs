//! The parts of a message. Header fields are parsed by `mail-parser`; the parts are cut here, because that crate keeps
//! messages in messages in each other and takes them down by recursion, which a hostile one turns into a crash.

use std::borrow::Cow;
use std::ops::Range;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{HeaderName, HeaderValue, MessageParser, MessagePart, MimeHeaders};

use crate::decode::{Decoded, decode, decode_labelled};

/// How much of a header is parsed, in bytes. Fields with thousands of parameters take more than their share of time.
const MAX_HEADER_LEN: usize = 256 << 10;

/// A message, or a part of one.
#[derive(Clone, Debug)]
pub(in crate::read) struct Part<'m> {
    /// The header in UTF-8, but for encoded words that a program has put other bytes into.
    header: Vec<u8>,
    fields: Option<MessagePart<'static>>,
    body: &'m [u8],
    default_media_type: &'static str,
}

/// The message that the bytes are.
pub(in crate::read) fn parse(bytes: &[u8]) -> Part<'_> {
    let mut bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    loop {
        let (line, rest) = first_line(bytes);
        if rest.is_empty() {
            return part(bytes, "text/plain");
        }
        // Before the header may stand blank lines and the line that parts a mailbox.
        bytes = match std::str::from_utf8(line).ok().and_then(|line| line.trim_end().parse::<usize>().ok()) {
            // The mail program of macOS writes the length of the message over it, and marks of its own under it.
            Some(len) => &rest[..len.min(rest.len())],
            None if line.is_empty() || line.starts_with(b"From ") => rest,
            None => return part(bytes, "text/plain"),
        };
    }
}

fn part<'m>(bytes: &'m [u8], default_media_type: &'static str) -> Part<'m> {
    let (header, body) = split_header(bytes);
    let header = decoded_header(header);
    let fields = parsed(&header, &MessageParser::default());
    Part { header, fields, body, default_media_type }
}

/// The header in UTF-8. Some programs wrote bytes as they were into words that say in which encoding they are; these
/// are left for the parser to decode by what they say.
fn decoded_header(header: &[u8]) -> Vec<u8> {
    if std::str::from_utf8(header).is_ok() {
        return header.to_vec();
    }
    let decoded = decode(header).text;
    let lines = || header.split(|&byte| byte == b'\n');
    if lines().count() != decoded.split('\n').count() {
        return decoded.into_bytes();
    }
    let says_encoding = |line: &[u8]| line.windows(2).any(|two| two == b"=?");
    let chosen = lines().zip(decoded.split('\n')).map(|(raw, decoded)| match says_encoding(raw) {
        true => raw,
        false => decoded.as_bytes(),
    });
    chosen.collect::<Vec<_>>().join(&b'\n')
}

/// The header parsed, with each field as the parser says.
fn parsed(header: &[u8], parser: &MessageParser) -> Option<MessagePart<'static>> {
    // The parser takes a last line without an end for one that was cut, and drops it.
    let whole = [&header[..header.len().min(MAX_HEADER_LEN)], b"\n\n"].concat();
    let message = parser.parse_headers(&whole)?;
    message.parts.into_iter().next().map(MessagePart::into_owned)
}

impl<'m> Part<'m> {
    /// Names and values of all fields, in their order, decoded and each on one line. A line that is no field has no
    /// name.
    pub(in crate::read) fn header_lines(&self) -> Vec<(String, String)> {
        // Without one field that is named, the parser takes its own ways with all of them.
        let parser = MessageParser::new().header_text(HeaderName::Subject).default_header_text();
        let mut lines = Vec::new();
        let mut end = 0;
        for field in parsed(&self.header, &parser).into_iter().flat_map(|part| part.headers) {
            let (start, value_start) = (field.offset_field as usize, field.offset_start as usize);
            self.push_strays(end..start, &mut lines);
            let name = String::from_utf8_lossy(self.header.get(start..value_start).unwrap_or_default());
            let value = match &field.value {
                HeaderValue::Text(value) => one_line(value),
                _ => String::new(),
            };
            lines.push((one_line(name.trim_end().trim_end_matches(':')), value));
            end = field.offset_end as usize;
        }
        self.push_strays(end..self.header.len(), &mut lines);
        lines
    }

    /// Adds what stands between fields.
    fn push_strays(&self, between: Range<usize>, lines: &mut Vec<(String, String)>) {
        let strays = String::from_utf8_lossy(self.header.get(between).unwrap_or_default());
        lines.extend(strays.lines().map(one_line).filter(|line| !line.is_empty()).map(|line| (String::new(), line)));
    }

    /// The words of a field, decoded.
    pub(in crate::read) fn header_text(&self, name: &str) -> Option<String> {
        let lines = self.header_lines();
        let line = lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        line.map(|(_, value)| value).filter(|value| !value.is_empty())
    }

    /// Who sent it: the name, or the address where there is no name.
    pub(in crate::read) fn sender(&self) -> String {
        let field = |name: HeaderName<'static>| {
            self.fields.as_ref()?.headers.iter().find(|field| field.name == name)?.value.as_address()
        };
        let Some(sender) = field(HeaderName::From).or_else(|| field(HeaderName::Sender)) else { return String::new() };
        let named = |addr: &mail_parser::Addr<'_>| {
            let name = addr.name().map(str::trim).filter(|name| !name.is_empty());
            one_line(name.or(addr.address()).unwrap_or_default())
        };
        sender.iter().map(named).collect::<Vec<_>>().join(", ")
    }

    /// The date of the message as ISO 8601; as worded if it cannot be read.
    pub(in crate::read) fn date(&self) -> Option<String> {
        let fields = self.fields.as_ref()?;
        let field = fields.headers.iter().find(|field| field.name == HeaderName::Date);
        let date = field.and_then(|field| field.value.as_datetime()).filter(|date| date.is_valid());
        date.map(mail_parser::DateTime::to_rfc3339).or_else(|| self.header_text("Date"))
    }

    /// What the part is, in lower case.
    pub(in crate::read) fn media_type(&self) -> String {
        let stated = self.fields.as_ref().and_then(|fields| fields.content_type());
        let Some(stated) = stated else { return self.default_media_type.to_owned() };
        match stated.subtype() {
            Some(subtype) => format!("{}/{subtype}", stated.ctype()).to_ascii_lowercase(),
            // "text" alone is what very old programs wrote.
            None => self.default_media_type.to_owned(),
        }
    }

    /// The content as text.
    pub(in crate::read) fn text(&self) -> Decoded {
        let content = self.content();
        // The one encoding of mail that no web page may have.
        match self.charset().filter(|charset| charset.to_ascii_lowercase().ends_with("utf-7")) {
            Some(charset) if content.is_ascii() => match charset_decoder(charset.as_bytes()) {
                Some(decoder) => decode(decoder(&content).as_bytes()),
                None => decode(&content),
            },
            _ => decode_labelled(&content, self.charset()),
        }
    }

    /// The encoding that the part states.
    pub(in crate::read) fn charset(&self) -> Option<&str> {
        self.fields.as_ref()?.content_type()?.attribute("charset")
    }

    /// The name of the file that the part is.
    pub(in crate::read) fn file_name(&self) -> Option<String> {
        let name = self.fields.as_ref()?.attachment_name()?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// Whether the part says that it is attached.
    pub(in crate::read) fn is_attachment(&self) -> bool {
        let disposition = self.fields.as_ref().and_then(|fields| fields.content_disposition());
        disposition.is_some_and(|disposition| disposition.ctype().eq_ignore_ascii_case("attachment"))
    }

    /// Whether the part is made of parts.
    pub(in crate::read) fn is_multipart(&self) -> bool {
        self.boundary().is_some()
    }

    fn boundary(&self) -> Option<&str> {
        let stated = self.fields.as_ref()?.content_type()?;
        let is_multipart = stated.ctype().eq_ignore_ascii_case("multipart");
        stated.attribute("boundary").filter(|boundary| is_multipart && !boundary.is_empty())
    }

    /// The parts that it is made of; none if the lines that part them are missing.
    pub(in crate::read) fn parts(&self) -> Vec<Part<'m>> {
        let Some(boundary) = self.boundary() else { return Vec::new() };
        let is_digest = self.media_type() == "multipart/digest";
        let default_media_type = if is_digest { "message/rfc822" } else { "text/plain" };
        let mut parts = Vec::new();
        let (mut start, mut line_start) = (None, 0);
        for line in self.body.split_inclusive(|&byte| byte == b'\n') {
            let next = line_start + line.len();
            if let Some(mark) = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary.as_bytes())) {
                let is_end = mark.trim_ascii() == b"--";
                if is_end || mark.trim_ascii().is_empty() {
                    parts.extend(
                        start.map(|start| part(without_line_end(&self.body[start..line_start]), default_media_type)),
                    );
                    start = Some(next);
                    if is_end {
                        return parts;
                    }
                }
            }
            line_start = next;
        }
        // A message that was cut has no last line.
        parts.extend(start.map(|start| part(&self.body[start..], default_media_type)));
        parts
    }

    /// The content as it was before it was packed for mail.
    pub(in crate::read) fn content(&self) -> Cow<'m, [u8]> {
        let packing = self.fields.as_ref().and_then(|fields| fields.content_transfer_encoding()).unwrap_or_default();
        let unpacked = match packing.trim() {
            packing if packing.eq_ignore_ascii_case("base64") => Some(unpacked_base64(self.body)),
            packing if packing.eq_ignore_ascii_case("quoted-printable") => quoted_printable_decode(self.body),
            _ => None,
        };
        unpacked.map_or(Cow::Borrowed(self.body), Cow::Owned)
    }
}

/// What is packed, up to the first byte that cannot be; mailing lists write their own lines under it.
fn unpacked_base64(body: &[u8]) -> Vec<u8> {
    let is_of_base64 =
        |byte: &u8| byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace() || matches!(byte, b'+' | b'/' | b'=');
    let end = body.iter().position(|byte| !is_of_base64(byte)).unwrap_or(body.len());
    // The last line before that byte is not packed either.
    let end = if end < body.len() { body[..end].iter().rposition(|&byte| byte == b'\n').unwrap_or(0) } else { end };
    base64_decode(&body[..end]).unwrap_or_default()
}

/// The header and the body. A part may have no header at all; its first line is blank then, or no field. A line of
/// blanks is no blank line: in a header it goes on with the field before.
fn split_header(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (first, after) = first_line(bytes);
    if first.is_empty() {
        return (&[], after);
    }
    let name_len = first.iter().position(|&byte| byte == b':').unwrap_or(0);
    let name = first[..name_len].trim_ascii_end();
    if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
        return (&[], bytes);
    }
    let mut rest = bytes;
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        if line.is_empty() {
            return (&bytes[..bytes.len() - rest.len()], after);
        }
        rest = after;
    }
    (bytes, &[])
}

/// The first line without its end, and what comes after it.
fn first_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (line, rest) = match bytes.iter().position(|&byte| byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[][..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

/// The words on one line, without what no text can hold.
fn one_line(words: &str) -> String {
    words.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
