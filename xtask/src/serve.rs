//! `cargo xtask serve`: the page on this machine, rebuilt when a file changes. Reachable from nowhere else.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Child;
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context as _, Result, bail};

use crate::command::{root, trunk};
use crate::plan::Plan;
use crate::tools;

const FIRST_PORT: u16 = 8080;

pub fn run(wanted: Option<u16>) -> Result<()> {
    let port = free_port(wanted)?;
    tools::for_building(Plan::default())
        .step(
            format!("the page on port {port}, rebuilt when a file changes (the first build takes some minutes)"),
            || serve(port),
        )
        .run()
}

/// The port that was asked for, or the first free one.
fn free_port(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if is_free(&port) => Ok(port),
        Some(port) => bail!("port {port} is taken by another program: choose another one with --port"),
        None => (FIRST_PORT..FIRST_PORT + 20).find(is_free).context("ports 8080 to 8099 are all taken: give --port"),
    }
}

fn serve(port: u16) -> Result<()> {
    let mut trunk = trunk();
    trunk.args(["serve", "--release", "--skip-version-check", "--port", &port.to_string(), "--dist"]);
    trunk.arg(root().join("target/serve"));
    if let Some(seeds) = env::var_os("DOSSIER_SEEDS") {
        trunk.arg("--watch").arg(seeds);
    }
    let mut server = trunk.spawn().context("Trunk could not be started")?;
    announce(&mut server, port)?;
    let status = server.wait()?;
    if !status.success() {
        bail!("the server ended with {status}");
    }
    Ok(())
}

/// Says where the page is as soon as somebody answers there: Trunk builds first and listens afterwards.
fn announce(server: &mut Child, port: u16) -> Result<()> {
    while server.try_wait()?.is_none() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            println!("\nDossier is at http://127.0.0.1:{port}/ - Ctrl+C stops it\n");
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_when_it_was_asked_for() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        assert!(free_port(Some(port)).is_err());
        drop(taken);
        assert_eq!(free_port(Some(port))?, port);
        Ok(())
    }
}
