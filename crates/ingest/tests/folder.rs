//! Folders as they lie on disks: links, special files, odd names, files that cannot or should not be read.

use std::fs::{self, File};

use ingest::{BuildError, Options, collect};

#[path = "support/folder.rs"]
mod folder;
use folder::Folder;

/// Checks the paths of the documents, and path and a part of each problem.
#[track_caller]
fn check(folder: &Folder, paths: &[&str], problems: &[(&str, &str)]) {
    let (collection, report) = folder.collect();
    let found: Vec<_> = collection.documents.iter().map(|document| document.path.as_str()).collect();
    assert_eq!(found, paths);
    assert_eq!(report.problems.len(), problems.len(), "{report:?}");
    for (problem, (path, part)) in report.problems.iter().zip(problems) {
        assert!(problem.path == *path && problem.message.contains(part), "{problem}");
        assert!(!problem.message.contains(folder.0.to_str().expect("a path in UTF-8")), "{problem}");
    }
}

#[test]
fn files_are_read_by_path_and_hidden_ones_are_not() {
    let folder = Folder::new("plain")
        .with("b.txt", "Rain.")
        .with("a/ü 漢😀.txt", "Snow.")
        .with("a/e\u{301}.txt", "Hail.")
        .with(".hidden", "x")
        .with(".git/config", "x")
        .with("dossier.toml", "title = \"Weather\"\n[columns]\ntext = \"Notiz\"\n")
        .with("c.csv", "Nr,Notiz\n1,Sleet.\n");
    check(&folder, &["a/e\u{301}.txt", "a/ü 漢😀.txt", "b.txt", "c.csv"], &[]);
    assert_eq!(folder.collect().0.title, "Weather");
}

#[test]
fn a_folder_without_documents_says_what_is_wrong() {
    let folder = Folder::new("empty");
    assert!(matches!(collect(&folder.0, &Options::default()), Err(BuildError::Empty { .. })));
    let folder = folder.with("a.png", b"\x89PNG\r\n\x1a\n");
    let Err(BuildError::NothingReadable { report, .. }) = collect(&folder.0, &Options::default()) else {
        panic!("a picture was read")
    };
    assert_eq!(report.problems.len(), 1);
    assert!(matches!(collect(&folder.0.join("nowhere"), &Options::default()), Err(BuildError::Unreadable { .. })));
}

#[test]
fn one_file_is_a_collection() {
    let folder = Folder::new("single").with("a.txt", "Rain.");
    let (collection, _) = collect(&folder.0.join("a.txt"), &Options::default()).expect("a file");
    assert_eq!(collection.documents[0].path, "a.txt");
}

#[test]
fn archives_lie_in_the_folder_as_folders_do() {
    let folder = Folder::new("archive");
    let mut tar = tar::Builder::new(File::create(folder.0.join("a.tar")).expect("a file"));
    let mut header = tar::Header::new_gnu();
    header.set_size(5);
    tar.append_data(&mut header, "b/c.txt", &b"Rain."[..]).expect("a member");
    tar.finish().expect("an archive");
    check(&folder, &["a.tar/b/c.txt"], &[]);
}

#[test]
fn a_file_beyond_the_limit_is_not_even_opened_for_reading() {
    let folder = Folder::new("sparse").with("a.txt", "Rain.");
    let sparse = File::create(folder.0.join("sparse.txt")).expect("a file");
    sparse.set_len(1 << 40).or_else(|_| sparse.set_len(1 << 30)).expect("a length");
    check(&folder, &["a.txt"], &[("sparse.txt", "larger than 512 MiB")]);
    let Err(BuildError::NothingReadable { .. }) = collect(&folder.0.join("sparse.txt"), &Options::default()) else {
        panic!("it was read")
    };
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_are_followed_but_in_no_circle() {
        let folder = Folder::new("links").with("a/b.txt", "Rain.");
        symlink("a", folder.0.join("c")).expect("a link");
        symlink("..", folder.0.join("a/up")).expect("a link");
        symlink("self", folder.0.join("self")).expect("a link");
        symlink("nowhere", folder.0.join("dangling.txt")).expect("a link");
        let problems = [
            ("a/up", "leads back"),
            ("c/up", "leads back"),
            ("dangling.txt", "a link to nothing"),
            ("self", "not read"),
        ];
        check(&folder, &["a/b.txt", "c/b.txt"], &problems);
    }

    #[test]
    fn pipes_sockets_and_devices_are_not_opened() {
        let folder = Folder::new("special").with("a.txt", "Rain.");
        let pipe = Command::new("mkfifo").arg(folder.0.join("pipe.txt")).status().expect("mkfifo");
        assert!(pipe.success());
        symlink("/dev/zero", folder.0.join("zero.txt")).expect("a link");
        let mut problems = vec![("pipe.txt", "it is a pipe")];
        // The path of a socket may be too long for the system.
        let socket = UnixListener::bind(folder.0.join("s"));
        problems.extend(socket.is_ok().then_some(("s", "it is a socket")));
        problems.push(("zero.txt", "it is a device"));
        check(&folder, &["a.txt"], &problems);
    }

    #[test]
    fn names_that_are_not_utf8_are_shown_as_far_as_they_can_be() {
        let folder = Folder::new("names");
        let written = fs::write(folder.0.join(OsStr::from_bytes(b"caf\xe9.txt")), "Rain.");
        // Some systems refuse such names.
        if written.is_ok() {
            check(&folder, &["caf\u{fffd}.txt"], &[("caf\u{fffd}.txt", "its name is not UTF-8")]);
        }
    }

    #[test]
    fn what_may_not_be_read_is_said_and_the_rest_is_read() {
        let folder = Folder::new("locked").with("a.txt", "Rain.").with("b.txt", "Snow.").with("c/d.txt", "Hail.");
        let lock = |path: &str, mode| {
            fs::set_permissions(folder.0.join(path), fs::Permissions::from_mode(mode)).expect("own files");
        };
        lock("b.txt", 0);
        lock("c", 0);
        // Root may read everything.
        if File::open(folder.0.join("b.txt")).is_err() {
            check(&folder, &["a.txt"], &[("b.txt", "not read"), ("c", "not read")]);
        }
        lock("c", 0o755);
    }
}
