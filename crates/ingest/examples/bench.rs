fn main() {
    let path = std::env::args().nth(1).expect("path");
    let t = std::time::Instant::now();
    let (collection, _) = ingest::collect(
        std::path::Path::new(&path),
        &ingest::Options { cache: std::env::args().nth(2).map(Into::into), ..Default::default() },
    )
    .expect("collect");
    eprintln!("{:>8.3} collect", t.elapsed().as_secs_f64());
    let blob = corpus::codec::encode(&collection);
    eprintln!("{:>8.3} encode {}", t.elapsed().as_secs_f64(), blob.len());
}
